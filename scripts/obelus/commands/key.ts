import type { Command } from "commander";
import { withDatabase } from "../with-database";

/** `key list`, `key rotate` */
export function addKey(program: Command): void {
  const key = program.command("key").description("manage the keys that sign publications");
  key.command("list").description("list the keys, the newest first").action(listKeys);
  key
    .command("rotate")
    .description("sign with a new key from now on; files that were signed before stay valid")
    .action(rotateKey);
}

async function listKeys(): Promise<void> {
  const keys = await withDatabase(async () => {
    const { listPublicKeys } = await import("@/lib/signatures/signing-key");
    return listPublicKeys(new Date());
  });
  for (const { kid, createdAt, retiredAt } of keys)
    console.log(
      [
        kid,
        `since ${createdAt?.slice(0, 10)}`,
        retiredAt ? `retired ${retiredAt.slice(0, 10)}` : "current",
      ].join("\t"),
    );
}

async function rotateKey(): Promise<void> {
  const keyId = await withDatabase(async () => {
    const { rotateSigningKey } = await import("@/lib/signatures/signing-key");
    return rotateSigningKey(new Date());
  });
  console.error("Publications are signed with this key from now on, within a minute:");
  console.log(keyId);
}
