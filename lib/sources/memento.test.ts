import { expect, test } from "vitest";
import { archivedPageOf } from "./memento";

test.each([
  ["https://web.archive.org/web/20240517101500/https://example.org/a?b=1", "https://example.org/a?b=1"],
  ["http://web.archive.org/web/2024id_/http:/example.org/a", "http://example.org/a"],
  ["https://web.archive.org/web/20240517/example.org/a", "http://example.org/a"],
  ["https://arquivo.pt/wayback/20240517101500/https://example.pt/", "https://example.pt/"],
  [
    "https://webarchive.nationalarchives.gov.uk/ukgwa/20240517101500/https://example.gov.uk/",
    "https://example.gov.uk/",
  ],
  ["https://archive.ph/20240517101500/https://example.org/a", "https://example.org/a"],
  ["  https://archive.ph/20240517101500/https://example.org/a  ", "https://example.org/a"],
  ["https://web.archive.org/web/20240517/https:///example.org/a", "https://example.org/a"],
  [
    "https://web.archive.org/web/20240517/example.org/?to=https://example.com/",
    "http://example.org/?to=https://example.com/",
  ],
  ["https://web.archive.org/web/20240517/localhost/a", null],
  ["https://web.archive.org/web/20240517/http://[", null],
  ["https://archive.ph/AbCdE", null],
  ["https://perma.cc/AB12-CD34", null],
  ["https://web.archive.org/web/*/https://example.org/a", null],
  ["https://example.org/web/2024/https://example.org/a", null],
])("%s is a copy of %s", (address, page) => {
  expect(archivedPageOf(address)).toBe(page);
});
