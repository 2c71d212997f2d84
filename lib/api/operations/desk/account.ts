import { operation } from "../../operation";
import { pageOf, pageQuery } from "../../page";
import {
  apiTokenSchema,
  changeDatesSchema,
  changeNotificationsSchema,
  ownAccountSchema,
} from "../../schemas/desk/account";
import { SMALL_BODY } from "../small-body";

export const getOwnAccount = operation({
  id: "getOwnAccount",
  method: "GET",
  path: "/account",
  summary: "Read who the token acts for, and their personal settings",
  scope: "read",
  answer: { status: 200, description: "The account", schema: ownAccountSchema },
});

export const changeDates = operation({
  id: "changeDates",
  method: "PATCH",
  path: "/account/dates",
  summary: "Change the language and the time zone of the token's owner",
  scope: "write",
  body: { schema: changeDatesSchema, limit: SMALL_BODY },
  answer: { status: 200, description: "The account", schema: ownAccountSchema },
});

export const changeNotifications = operation({
  id: "changeNotifications",
  method: "PATCH",
  path: "/account/notifications",
  summary: "Change how the token's owner is notified",
  scope: "write",
  body: { schema: changeNotificationsSchema, limit: SMALL_BODY },
  answer: { status: 200, description: "The account", schema: ownAccountSchema },
});

export const listApiTokens = operation({
  id: "listApiTokens",
  method: "GET",
  path: "/account/tokens",
  summary: "List the API tokens of the token's owner",
  description: "Without revoked ones. New ones are created on the desk or on the command line.",
  scope: "read",
  query: pageQuery,
  answer: { status: 200, description: "A page of tokens", schema: pageOf("ApiTokenPage", apiTokenSchema) },
});

export const revokeApiToken = operation({
  id: "revokeApiToken",
  method: "DELETE",
  path: "/account/tokens/{id}",
  summary: "Revoke an API token of the token's owner",
  description: "It stops working at once, also if it is the one that makes this call.",
  scope: "write",
  answer: { status: 204, description: "Revoked" },
});
