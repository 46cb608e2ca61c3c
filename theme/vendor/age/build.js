// Bundles entry.js into age.js. What encryption to X25519 recipients never reaches
// (passphrases, post-quantum and P-256 recipients, passkeys, armour) is replaced by `absent.js`
// so that a report form stays small; asking for it throws.
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const ABSENT = [
  /^@noble\/hashes\/scrypt\.js$/,
  /^@noble\/post-quantum\/hybrid\.js$/,
  /^@noble\/curves\/nist\.js$/,
  /^\.\/(armor|webauthn)\.js$/,
];

await build({
  absWorkingDir: here("."),
  entryPoints: ["entry.js"],
  outfile: process.argv[2] ?? "age.js",
  bundle: true,
  format: "iife",
  platform: "browser",
  target: "es2020",
  charset: "ascii",
  minify: true,
  legalComments: "none",
  banner: { js: readFileSync(here("banner.txt"), "utf8").trimEnd() },
  logLevel: "warning",
  metafile: process.argv.includes("--analyse"),
  plugins: [{
    name: "absent",
    setup({ onResolve }) {
      for (const filter of ABSENT) {
        onResolve({ filter }, () => ({ path: here("absent.js"), sideEffects: false }));
      }
      onResolve({ filter: /^@noble\/curves\/ed25519\.js$/ }, () => ({ path: here("x25519.js") }));
    },
  }],
}).then(async (result) => {
  if (result.metafile) {
    const { analyzeMetafile } = await import("esbuild");
    console.log(await analyzeMetafile(result.metafile));
  }
});
