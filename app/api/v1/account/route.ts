import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/account";
import { presentOwnAccount } from "@/lib/api/presenters/desk/present-account";
import { readOwnAccount } from "@/lib/api/read-own-account";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";

const get = endpoint(operations.getOwnAccount, async ({ actor }) =>
  ok({ body: presentOwnAccount(await readOwnAccount(actor)) }),
);

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
