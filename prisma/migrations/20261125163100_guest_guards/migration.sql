-- A role that was added can be named from the next migration on.

-- An invitation of a guest names their article, and no other does.
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_article_of_guest"
  CHECK (("role" = 'guest') = ("articleId" IS NOT NULL));
