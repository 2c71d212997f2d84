import { Fragment } from "react";
import { RatingIcon } from "@/components/ratings/rating-icon";
import reader from "@/components/reader/marked-text.module.css";
import { rich } from "@/components/words/rich";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";

/** What a mark is drawn from. */
export type Signs = Pick<Rating, "label" | "colour" | "underline" | "icon">;

/** The ratings of a scale as marks in a line of text, drawn as readers see them. */
export function ScaleMarks({ ratings }: { ratings: readonly Signs[] }) {
  const t = words("settings");
  const marks = ratings.map((rating, index) => (
    <Fragment key={rating.underline + rating.label}>
      {index > 0 && ", "}
      <span
        className="mark"
        data-colour={rating.colour}
        data-underline={rating.underline}
        data-begins=""
        data-ends=""
      >
        {rating.label || t("preview.unnamed")}
      </span>
      <sup className={`${reader.reference} rating-hue`} data-colour={rating.colour}>
        <span>
          <RatingIcon name={rating.icon} size={11} />
          {index + 1}
        </span>
      </sup>
    </Fragment>
  ));
  return <p className={reader.text}>{rich(t, "preview.marks", { marks: <>{marks}</> })}</p>;
}
