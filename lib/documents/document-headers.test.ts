import { expect, test } from "vitest";
import { documentHeaders } from "./document-headers";

const settings = { publicUrl: "https://desk.example", imageHosts: [], sharedCacheSeconds: 0 };

test.each([
  ["by default", 0, "public, no-cache"],
  ["with a shared cache", 60, "public, max-age=0, must-revalidate, s-maxage=60"],
])("who stores documents %s", (_, sharedCacheSeconds, expected) => {
  const { found, missing } = documentHeaders({ ...settings, sharedCacheSeconds }, { isEmbed: false });
  expect(found["cache-control"]).toBe(expected);
  expect(missing["cache-control"]).toBe("public, no-cache");
});

test.each([
  ["a document", false, "frame-ancestors 'self'"],
  ["an embed", true, "frame-ancestors *"],
])("who can show %s in a frame", (_, isEmbed, expected) => {
  const { found, missing } = documentHeaders(settings, { isEmbed });
  for (const headers of [found, missing]) {
    expect(headers["content-security-policy"]?.split("; ")).toContain(expected);
    expect(Object.keys(headers)).not.toContain("set-cookie");
    expect(Object.keys(headers)).not.toContain("x-frame-options");
  }
});
