import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/settings";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentSetting } from "@/lib/api/presenters/desk/present-setting";
import { resource } from "@/lib/api/resource";
import { SETTING_KEYS } from "@/lib/api/schemas/desk/setting";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok } from "@/lib/result";
import { type SettingKey, settingKey } from "@/lib/settings/desk-settings";
import { changeDeskSetting, getDeskSettings } from "@/lib/workflows/settings/desk-settings";

const get = endpoint(operations.getSetting, async ({ actor, params }) => {
  const key = settingKey(params.key ?? "");
  return key ? answer(actor, key) : noSetting();
});

const change = endpoint(operations.changeSetting, async ({ actor, params, body, precondition }) => {
  const key = settingKey(params.key ?? "");
  if (!key) return noSetting();
  const before = await getDeskSettings(actor);
  if (!before.ok) return before;
  const { revision } = before.value.states[key];
  const met = checkPrecondition(precondition, { revision }, presentSetting(before.value, key));
  if (!met.ok) return met;
  const changed = await changeDeskSetting(actor, { key, revision, value: body.value });
  return changed.ok ? answer(actor, key) : err(inBody(changed.error));
});

async function answer(actor: Actor, key: SettingKey) {
  const found = await getDeskSettings(actor);
  if (!found.ok) return found;
  return ok({
    body: presentSetting(found.value, key),
    headers: { etag: etagOf(found.value.states[key]) },
  });
}

function noSetting() {
  return err({
    problem: "not-found" as const,
    detail: `This setting does not exist. The settings are: ${SETTING_KEYS.join(", ")}.`,
  });
}

/** Fields of a value as fields of the body that has it. */
function inBody(failure: Failure): Failure {
  if (failure.kind !== "invalid") return failure;
  const fields = Object.entries(failure.fields ?? {}).map(
    ([path, messages]) => [path === "" ? "value" : `value.${path}`, messages] as const,
  );
  return { ...failure, fields: Object.fromEntries(fields) };
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, change);
