// PDF.js as its users meet it: the text of each page item by item, and what the search of its viewer finds.
//
//     node pdfjs.mjs FOLDER-OF-PDFJS-DIST FILE.pdf < words.json > answer.json
//
// `words.json` is a list of what to look for. The answer has `pages`, the texts of the items of each page, and
// `missing`, the words that were not found.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , dist, path] = process.argv;
const load = (module) => import(pathToFileURL(`${dist}/legacy/${module}`).href);

globalThis.pdfjsLib = await load("build/pdf.mjs");
// The viewer looks for a window as it is loaded; its search needs none.
const element = { style: {} };
globalThis.window = { requestAnimationFrame() {} };
globalThis.document = { documentElement: element, createElement: () => element };
const { EventBus, PDFFindController } = await load("web/pdf_viewer.mjs");

const NOT_FOUND = 1;
const PENDING = 3;

/** The strings of the items of a page, as the viewer lays them over it: not normalized. */
async function items(page) {
    const content = await page.getTextContent({ disableNormalization: true });
    return content.items.map((item) => item.str);
}

/** A function that looks for a text in the file, as the viewer's find bar does, and says whether it is there. */
function finder(file) {
    const eventBus = new EventBus();
    const linkService = { pagesCount: file.numPages, page: 1 };
    new PDFFindController({ eventBus, linkService }).setDocument(file);
    return (query) =>
        new Promise((resolve) => {
            const answered = ({ state }) => {
                if (state === PENDING) return;
                eventBus.off("updatefindcontrolstate", answered);
                resolve(state !== NOT_FOUND);
            };
            eventBus.on("updatefindcontrolstate", answered);
            eventBus.dispatch("find", { type: "again", query, caseSensitive: true, matchDiacritics: true });
        });
}

const data = new Uint8Array(readFileSync(path));
const file = await globalThis.pdfjsLib.getDocument({ data, useSystemFonts: false }).promise;
const pages = [];
for (let number = 1; number <= file.numPages; number++) pages.push(await items(await file.getPage(number)));

const find = finder(file);
const missing = [];
for (const word of JSON.parse(readFileSync(process.stdin.fd, "utf8"))) {
    if (!(await find(word))) missing.push(word);
}
process.stdout.write(JSON.stringify({ pages, missing }));
