/** Whom a workflow's token writes as, in issues and in commits. */
export const BOT_LOGIN = 'github-actions[bot]';
export const BOT_EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';

/** Begins a git command that commits as the bot. */
export const AS_BOT = ['-c', `user.name=${BOT_LOGIN}`, '-c', `user.email=${BOT_EMAIL}`] as const;
