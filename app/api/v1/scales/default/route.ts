import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/scales";
import { presentScale } from "@/lib/api/presenters/desk/present-scale";
import { readScale } from "@/lib/api/read-scale";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { chooseDefaultScale } from "@/lib/workflows/settings/choose-default-scale";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";

const choose = endpoint(operations.chooseDefaultScale, async ({ actor, body }) => {
  const all = await listScalesOfDesk(actor);
  if (!all.ok) return all;
  const present = all.value.find(({ isDefault }) => isDefault);
  const insteadOf = body.insteadOf ?? present?.id ?? body.scale;
  const chosen = await chooseDefaultScale(actor, { scaleId: body.scale, insteadOf });
  if (!chosen.ok) return chosen;
  const scale = await readScale(actor, body.scale);
  return scale.ok ? ok({ body: presentScale(scale.value) }) : scale;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(choose);
