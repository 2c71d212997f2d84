import { MAX_LOGO_MEGABYTES } from "@/lib/organisation";
import { operation } from "../../operation";
import { pageOf } from "../../page";
import {
  addLogoSchema,
  changeSettingSchema,
  logoSchema,
  settingSchema,
  settingsSchema,
} from "../../schemas/desk/setting";
import { historyEventSchema, historyQuery } from "../../schemas/history";

export const getSettings = operation({
  id: "getSettings",
  method: "GET",
  path: "/settings",
  summary: "Read all settings of the desk, with the organisation",
  scope: "read",
  answer: { status: 200, description: "Each setting with its revision", schema: settingsSchema },
});

export const getSetting = operation({
  id: "getSetting",
  method: "GET",
  path: "/settings/{key}",
  summary: "Read a setting of the desk",
  scope: "read",
  answer: { status: 200, description: "The setting", schema: settingSchema, tagged: true },
});

export const changeSetting = operation({
  id: "changeSetting",
  method: "PUT",
  path: "/settings/{key}",
  summary: "Change a setting of the desk",
  description:
    "For administrators. Articles that exist keep their number of approvals, and claims their tags. Readers see a new organisation at once; publications keep the one that they were published with.",
  scope: "admin",
  body: { schema: changeSettingSchema, limit: 256 * 1024 },
  edits: true,
  answer: { status: 200, description: "The setting", schema: settingSchema, tagged: true },
});

export const listSettingHistory = operation({
  id: "listSettingHistory",
  method: "GET",
  path: "/settings/history",
  summary: "List the changes of settings, rating scales and webhooks, newest first",
  description: "The total counts to 1,001, which means more than 1,000.",
  scope: "read",
  query: historyQuery,
  answer: {
    status: 200,
    description: "A page of the history",
    schema: pageOf("SettingHistoryPage", historyEventSchema),
  },
});

export const addLogo = operation({
  id: "addLogo",
  method: "POST",
  path: "/logos",
  summary: "Send a picture that the organisation can have as its logo",
  description: `For administrators. A picture of at most ${MAX_LOGO_MEGABYTES} MB, which is stored as PNG. Then set it as \`logo\` of the setting \`organisation\`.`,
  scope: "admin",
  body: { schema: addLogoSchema, limit: MAX_LOGO_MEGABYTES * 1024 * 1024 * 1.5 },
  answer: { status: 201, description: "The logo as it is stored", schema: logoSchema },
});
