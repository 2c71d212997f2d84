import type { Logo } from "@/lib/organisation";
import { clientOf, type Tx } from "./transaction";

/** Stores a logo, unless it is there already. */
export async function insertLogo(
  tx: Tx,
  { body, ...logo }: Logo & { body: Uint8Array; addedById: string },
): Promise<void> {
  await clientOf(tx).logo.createMany({
    data: [{ ...logo, body: Uint8Array.from(body) }],
    skipDuplicates: true,
  });
}

/** A logo without its bytes. @param hash SHA-256, in hexadecimal */
export async function findLogo(hash: string, tx?: Tx): Promise<Logo | null> {
  return clientOf(tx).logo.findUnique({
    where: { hash },
    select: { hash: true, width: true, height: true },
  });
}

/** The PNG of a logo. @param hash SHA-256, in hexadecimal */
export async function findLogoBody(hash: string): Promise<Uint8Array | null> {
  return (await clientOf().logo.findUnique({ where: { hash }, select: { body: true } }))?.body ?? null;
}
