import { describe, expect, test } from "vitest";
import { makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createToken, findTokenActor, listTokens, revokeToken } from "./api-tokens";
import { setPersonDisabled } from "./people";

withTestDatabase();

describe("a token", () => {
  test("acts as its owner, within its scope, and is listed without itself", async () => {
    const owner = await makePerson();
    const { token } = must(
      await createToken(owner, { name: "Nightly import", scopes: ["write", "read", "write"] }),
    );
    expect(token).toMatch(/^obelus_[\w-]{43}$/);
    expect(await findTokenActor(token)).toMatchObject({ actor: owner, scopes: ["read", "write"] });
    const [listed] = must(await listTokens(owner));
    expect(listed).toMatchObject({ name: "Nightly import", state: "valid", lastUsedAt: expect.any(String) });
    expect(JSON.stringify(listed)).not.toContain(token);
  });

  test("is invalid once revoked", async () => {
    const owner = await makePerson();
    const { token, record } = must(await createToken(owner, { name: "A" }));
    must(await revokeToken(owner, { tokenId: record.id }));
    expect(await findTokenActor(token)).toBeNull();
    expect(must(await listTokens(owner))).toEqual([]);
  });

  test("is invalid while its owner is disabled", async () => {
    const [owner, administrator] = [await makePerson(), await makePerson({ role: "administrator" })];
    const { token } = must(await createToken(owner, { name: "A" }));
    must(await setPersonDisabled(administrator, { userId: owner.id, disabled: true }));
    expect(await findTokenActor(token)).toBeNull();
  });

  test("is not there for others", async () => {
    const [owner, other] = [await makePerson(), await makePerson({ role: "administrator" })];
    const { token, record } = must(await createToken(owner, { name: "A" }));
    expect(await revokeToken(other, { tokenId: record.id })).toMatchObject({ error: { kind: "not-found" } });
    expect(await findTokenActor(token)).not.toBeNull();
  });
});

test.each([
  ["no name", { name: " " }, "name"],
  ["no such scope", { name: "A", scopes: ["all" as "read"] }, "scopes.0"],
  ["no scope", { name: "A", scopes: [] }, "scopes"],
  ["over before it begins", { name: "A", expiresInDays: 0 }, "expiresInDays"],
])("a token is refused: %s", async (_, input, field) => {
  expect(await createToken(await makePerson(), input)).toMatchObject({
    error: { kind: "invalid", fields: { [field]: expect.any(Array) } },
  });
});
