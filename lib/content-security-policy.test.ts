import { expect, test } from "vitest";
import { contentSecurityPolicy, strictTransport } from "./content-security-policy";

test.each([
  ["https://facts.example.org", "max-age=31536000"],
  ["http://localhost:3000", null],
])("strict transport of %s: %s", (publicUrl, expected) => {
  expect(strictTransport(publicUrl)).toBe(expected);
});

test.each([
  ["script-src", "'nonce-abc' 'strict-dynamic'"],
  ["object-src", "'none'"],
  ["base-uri", "'none'"],
  ["form-action", "'self'"],
  ["img-src", "'self' data: blob: https://images.example.org http://images.example.org"],
])("%s is %s", (name, values) => {
  const policy = contentSecurityPolicy("abc", { imageHosts: ["images.example.org"], development: false });
  expect(policy.split("; ")).toContain(`${name} ${values}`);
});
