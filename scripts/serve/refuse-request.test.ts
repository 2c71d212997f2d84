import { expect, it } from "vitest";
import {
  MAX_ANONYMOUS_BODY,
  MAX_BODY,
  type RefusalReason,
  type RequestHead,
  refuseRequest,
} from "./refuse-request";

const origin = "https://facts.example.org";
const action = "7f".repeat(21);

it.each<[string, Partial<RequestHead>, RefusalReason | null]>([
  ["a page", {}, null],
  ["a page with escapes", { url: "/articles/caf%C3%A9?x=%" }, null],
  ["a broken escape", { url: "/articles/%" }, "bad-address"],
  ["a broken escape of the API", { url: "/api/v1/articles/%" }, "bad-address"],
  ["half a character", { url: "/articles/%C3" }, "bad-address"],
  ["NUL", { url: "/articles/%00" }, "bad-address"],
  ["another server's address", { url: "http://example.com/" }, "bad-address"],
  ["an address without a scheme", { url: "//example.com/" }, "bad-address"],
  ["TRACE", { method: "TRACE" }, "method"],
  ["a method that nobody knows", { method: "PROPFIND" }, "method"],
  ["a form of this site", { method: "POST", headers: { origin } }, null],
  ["a program", { method: "POST", headers: {} }, null],
  [
    "a form under another name of this site",
    { method: "POST", headers: { origin: "http://desk:3000", host: "desk:3000" } },
    null,
  ],
  [
    "a form behind a proxy",
    {
      method: "POST",
      headers: { origin: "https://desk.example", host: "10.0.0.1", "x-forwarded-host": "desk.example" },
    },
    null,
  ],
  [
    "a form of another site",
    { method: "POST", headers: { origin: "https://evil.example", host: "facts.example.org" } },
    "foreign-origin",
  ],
  ["a form of a page without an origin", { method: "POST", headers: { origin: "null" } }, "foreign-origin"],
  [
    "a form of another site in an old browser",
    { method: "POST", headers: { "sec-fetch-site": "cross-site" } },
    "foreign-origin",
  ],
  [
    "a call of the API by another site, with a token",
    { method: "POST", url: "/api/v1/articles", headers: { origin: "https://tool.example" } },
    null,
  ],
  [
    "a large body of a stranger",
    { method: "POST", headers: { "content-length": String(MAX_ANONYMOUS_BODY + 1) } },
    "too-large",
  ],
  [
    "a large body with a session",
    { method: "POST", headers: { "content-length": String(MAX_BODY), cookie: "next-auth.session-token=x" } },
    null,
  ],
  [
    "a too large body with a token",
    {
      method: "POST",
      url: "/api/v1/articles",
      headers: { "content-length": String(MAX_BODY + 1), authorization: "Bearer x" },
    },
    "too-large",
  ],
  [
    "a stranger's body of unknown length",
    { method: "POST", headers: { "transfer-encoding": "chunked" } },
    "no-length",
  ],
  ["a length that is no number", { method: "POST", headers: { "content-length": "1e3" } }, "bad-header"],
  [
    "a server action",
    { method: "POST", headers: { "next-action": action, "content-type": "text/plain;charset=UTF-8" } },
    null,
  ],
  [
    "a server action with a form",
    { method: "POST", headers: { "next-action": action, "content-type": "multipart/form-data; boundary=x" } },
    null,
  ],
  [
    "a server action with a made-up id",
    { method: "POST", headers: { "next-action": "x", "content-type": "text/plain" } },
    "bad-action",
  ],
  [
    "a server action with another body",
    { method: "POST", headers: { "next-action": action, "content-type": "application/json" } },
    "bad-action",
  ],
])("%s", (_, head, reason) => {
  expect(refuseRequest({ method: "GET", url: "/", headers: {}, ...head }, origin)).toBe(reason);
});
