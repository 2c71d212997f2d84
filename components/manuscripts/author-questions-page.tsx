import { rich } from "@/components/words/rich";
import type { AuthorQuestion } from "@/lib/manuscripts/author-questions";
import { markedParagraphs } from "@/lib/manuscripts/marked-paragraphs";
import type { Dates } from "@/lib/personal/dates";
import { words } from "@/lib/words/words";
import { AuthorAnswerForm, type SendAnswer } from "./author-answer-form";
import styles from "./author-page.module.css";

interface Props {
  name: string;
  /** How the newsroom writes dates, as the author has no settings. */
  dates: Dates;
  /** ISO 8601 instant. */
  until: string;
  /** `language` is BCP 47. */
  article: { title: string; language: string };
  text: string;
  questions: readonly AuthorQuestion[];
  /** The outcome to which an answer was just sent, if any. */
  sentId: string | null;
  /** One for each question, so that a form that is sent twice counts once. */
  keys: readonly string[];
  send: SendAnswer;
}

/** What the author of a manuscript sees: the questions of the desk, and the text with the passages that they are about. */
export function AuthorQuestionsPage({
  dates,
  name,
  until,
  article,
  text,
  questions,
  sentId,
  keys,
  send,
}: Props) {
  const t = words("manuscripts");
  const { title, language } = article;
  return (
    <main id="content" className={styles.page}>
      <h1>{t("page.title")}</h1>
      <p>{t("page.hello", { name, count: questions.length, title })}</p>
      <p className={styles.hint}>
        {rich(t, "page.until", { until: <time dateTime={until}>{dates.instant(until)}</time> })}
      </p>
      <ol className={styles.questions}>
        {questions.map((question, index) => (
          <li key={question.outcomeId} id={`question-${index + 1}`}>
            <h2>{t("page.questionNumber", { number: index + 1 })}</h2>
            <blockquote lang={language} dir="auto">
              {question.passage}
            </blockquote>
            <p>
              <a href={`#passage-${index + 1}`}>{t("page.showInText")}</a>
            </p>
            {question.kind === "query" ? (
              <p className={styles.asked}>{question.question}</p>
            ) : (
              <p className={styles.asked}>
                {t("page.suggests")}{" "}
                <q lang={language} dir="auto">
                  {question.wording}
                </q>
              </p>
            )}
            {question.answers.map((answer) => (
              <Answer key={answer.at} answer={answer} dates={dates} />
            ))}
            {sentId === question.outcomeId && (
              <p className={styles.sent} role="status">
                {t("page.sent")}
              </p>
            )}
            <AuthorAnswerForm
              outcomeId={question.outcomeId}
              kind={question.kind}
              answerKey={keys[index] ?? ""}
              isRepeat={question.answers.length > 0}
              isSent={sentId === question.outcomeId}
              send={send}
            />
          </li>
        ))}
      </ol>
      <h2 id="text">{t("page.text")}</h2>
      <article className={styles.text} lang={language} dir="auto">
        {markedParagraphs(text, questions).map(({ start, parts }) => (
          <p key={start}>
            {parts.map(({ start: from, text: part, questions: about, begins }) =>
              about.length === 0 ? (
                part
              ) : (
                <mark key={from}>
                  {begins.map((number) => (
                    <span key={number} id={`passage-${number}`} />
                  ))}
                  {part}
                  {begins.map((number) => (
                    <sup key={number}>
                      <a href={`#question-${number}`} aria-label={t("page.backToQuestion", { number })}>
                        {number}
                      </a>
                    </sup>
                  ))}
                </mark>
              ),
            )}
          </p>
        ))}
      </article>
    </main>
  );
}

function Answer({
  answer: { decision, text, by, at },
  dates,
}: {
  answer: AuthorQuestion["answers"][number];
  dates: Dates;
}) {
  const t = words("manuscripts");
  const heading =
    decision === "answer"
      ? "page.youAnswered"
      : decision === "agree"
        ? "page.youAgreed"
        : "page.youDisagreed";
  return (
    <div className={styles.answer}>
      <p className={styles.hint}>
        {t(heading, { name: by })} <time dateTime={at}>{dates.instant(at)}</time>
      </p>
      {text !== "" && <p className={styles.answerText}>{text}</p>}
    </div>
  );
}
