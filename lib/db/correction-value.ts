import type { CorrectionValue } from "@/lib/reports/report";
import { upgradeCorrectionValue } from "@/lib/reports/upgrade/upgrade-labels";
import { Prisma } from "./generated/client";

/** A value of a correction for its column, which can't be SQL's NULL. */
export function toCorrectionValue(value: CorrectionValue): Prisma.InputJsonValue | typeof Prisma.JsonNull {
  return value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue);
}

/** A value that was stored, in the current form. */
export function fromCorrectionValue(field: string, column: Prisma.JsonValue): CorrectionValue {
  return upgradeCorrectionValue(field, column as CorrectionValue);
}
