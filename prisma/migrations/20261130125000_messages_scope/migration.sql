-- A scope of its own: messages name readers, whom no other scope shows.
ALTER TYPE "ApiScope" ADD VALUE 'messages';
