//! Every example of `waymark explain` causes its diagnostic, and none does once it is mended.

use std::collections::BTreeSet;
use std::thread;

use waymark::Code;
use waymark::explanation::{ExampleFile, Explanation};

use crate::example::{Example, said};
use crate::loopback::Host;

/// The codes that an example causes.
fn caused(files: &[ExampleFile], host: &Host) -> (BTreeSet<String>, String) {
    let example = Example::new();
    let mut all = String::new();
    let filled = |text: &str| text.replace("PORT", &host.port().to_string());
    for file in files {
        match file.path {
            "sh" => {}
            "site.toml" => {
                example.configure(&filled(file.text));
            }
            path => {
                example.write(path, filled(file.text));
            }
        }
    }
    for commands in files.iter().filter(|file| file.path == "sh") {
        all += &said(&example.shell(commands.text));
    }
    let output = example.waymark(&["check", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let told = told["diagnostics"].as_array().unwrap();
    let mut codes: BTreeSet<String> = told
        .iter()
        .map(|told| told["code"].as_str().unwrap().to_owned())
        .collect();
    // In text a diagnostic begins with its name.
    codes.extend(all.lines().map(str::to_owned));
    all += &serde_json::to_string_pretty(told).unwrap();
    (codes, all)
}

fn explained(code: Code, host: &Host) -> Result<(), String> {
    let explanation = Explanation::of(code);
    if explanation.example.is_empty() {
        return Ok(());
    }
    let (codes, all) = caused(&explanation.example, host);
    if !codes.contains(code.name()) {
        return Err(format!("the example of {code} causes none:\n{all}"));
    }
    let (codes, all) = caused(&explanation.mended, host);
    if codes.contains(code.name()) {
        return Err(format!("the mended example of {code} causes one:\n{all}"));
    }
    Ok(())
}

#[test]
fn every_example_causes_its_diagnostic_and_the_mended_one_does_not() {
    let host = Host::start();
    let parts = Code::ALL.chunks(Code::ALL.len().div_ceil(4));
    let wrong: Vec<String> = thread::scope(|scope| {
        let running: Vec<_> = parts
            .map(|codes| {
                let host = &host;
                scope.spawn(move || {
                    codes
                        .iter()
                        .filter_map(|code| explained(*code, host).err())
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        running
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_name_that_does_not_exist_is_answered_with_the_nearest() {
    let output = Example::new().waymark(&["explain", "broken-lnk"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("Did you mean “broken-link”?"));
}
