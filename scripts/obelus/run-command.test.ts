import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callCommand } from "../test/call-command";

/** Nothing answers here: a command that is used wrongly must not get as far as its database. */
const nowhere = {
  dataDir: join(tmpdir(), "obelus-usage"),
  variables: { DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" },
};

test.each([
  [["import", "--help"], 0],
  [["user", "create", "--help"], 0],
  [["user", "reset-second-factor", "--help"], 0],
  [["user", "reset-second-factor"], 2],
  [["user", "renew-password"], 2],
  [[], 2],
  [["import"], 2],
  [["import", "x.txt", "--format", "docx"], 2],
  [["export", "some-slug"], 2],
  [["export", "some-slug", "--format", "odt"], 2],
  [["user", "create", "a@example.org", "--name", "A", "--role", "king"], 2],
  [["migrate", "--nonsense"], 2],
  [["audit", "verify", "--head", "abc"], 2],
  [["audit", "export"], 2],
  [["verify", "--help"], 0],
  [["verify"], 2],
  [["key"], 2],
  [["audit", "export", "--out", "-", "--since", "yesterday"], 2],
])("%j exits with %i", async (args, status) => {
  const ended = await callCommand(args, nowhere);
  expect(ended.status).toBe(status);
  if (status === 0) expect(ended.out).toMatch(/^Usage: obelus/);
  else {
    expect(ended.out).toBe("");
    expect(ended.err).toMatch(/Usage: obelus|add --help to see the options/);
  }
});
