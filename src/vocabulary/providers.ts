/** What a page may provide, by the middle of the verbs' names: `setAuthTokenProvider`, `getAuthTokenProvider`, `removeAuthTokenProvider`. */
export const PROVIDERS = ['AuthToken', 'Context'] as const;
