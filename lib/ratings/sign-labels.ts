import { words } from "@/lib/words/words";
import type { RatingColour, RatingIcon, RatingUnderline } from "./rating";

const t = words("ratings");

/* What the colours, underlines and icons of ratings are called where an administrator chooses them. */

export const colourLabels: Record<RatingColour, string> = {
  "deep-red": t("colour.deep-red"),
  vermilion: t("colour.vermilion"),
  plum: t("colour.plum"),
  ochre: t("colour.ochre"),
  "steel-blue": t("colour.steel-blue"),
  "deep-blue": t("colour.deep-blue"),
  grey: t("colour.grey"),
  "light-grey": t("colour.light-grey"),
};

export const underlineLabels: Record<RatingUnderline, string> = {
  thick: t("underline.thick"),
  wavy: t("underline.wavy"),
  double: t("underline.double"),
  dashed: t("underline.dashed"),
  thin: t("underline.thin"),
  solid: t("underline.solid"),
  dotted: t("underline.dotted"),
  brackets: t("underline.brackets"),
};

export const iconLabels: Record<RatingIcon, string> = {
  cross: t("icon.cross"),
  "slanted-arrow": t("icon.slanted-arrow"),
  pencil: t("icon.pencil"),
  "half-circle": t("icon.half-circle"),
  "check-open": t("icon.check-open"),
  check: t("icon.check"),
  question: t("icon.question"),
  quote: t("icon.quote"),
};
