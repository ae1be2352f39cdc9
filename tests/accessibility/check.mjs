// Checks web pages: accessibility by axe-core over jsdom, syntax by html-validate.
//
// node check.mjs FOLDER FILE...   FOLDER holds node_modules; one JSON document on standard output:
// { FILE: [{ rule, impact, where, says }] }, an empty list for a page without a fault.
//
// jsdom lays nothing out: rules that need colours or places on a screen are switched off here;
// the tests of contrast compute it from the style sheet.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { JSDOM, VirtualConsole } = require("jsdom");
const axeSource = require("axe-core").source;
const { HtmlValidate, StaticConfigLoader } = require("html-validate");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const NEEDS_LAYOUT = ["color-contrast", "target-size"];

const syntax = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:standard"],
    rules: {
      "no-inline-style": "error",
      "prefer-native-element": "error",
      "no-redundant-role": "error",
      "no-trailing-whitespace": "off", // a line may end where a person's text has a blank
      "long-title": "off", // the name of a commune is as long as it is
    },
  }),
);

async function accessibility(html) {
  const { window } = new JSDOM(html, {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(), // what jsdom cannot do is no fault of the page
  });
  window.eval(axeSource);
  const rules = Object.fromEntries(NEEDS_LAYOUT.map((name) => [name, { enabled: false }]));
  const options = { runOnly: { type: "tag", values: TAGS }, rules, resultTypes: ["violations"] };
  const found = await window.axe.run(window.document, options);
  window.close();
  return found.violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => ({ rule: id, impact, where: node.html.slice(0, 200), says: help })),
  );
}

async function validity(html) {
  const report = await syntax.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => ({
      rule: ruleId,
      impact: "syntax",
      where: `${line}:${column}`,
      says: message,
    })),
  );
}

const report = {};
for (const file of files) {
  const html = readFileSync(file, "utf-8");
  report[file] = [...(await accessibility(html)), ...(await validity(html))];
}
console.log(JSON.stringify(report));
