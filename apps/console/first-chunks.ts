/**
 * What every signed-in page needs, in two files instead of fifty: small ones compress badly and each costs a request.
 * Only what the first screen loads anyway belongs here, or it would load what it does not need.
 */
export const FIRST_CHUNKS = [
  {
    name: 'vendor',
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|clsx|(socket|engine)\.io-(client|parser)|@socket\.io|@tanstack\/(?!react-virtual|virtual-core)[a-z-]+|@mantine\/core\/esm\/(core|components\/(ActionIcon|Button|Loader|UnstyledButton|Transition)))\//,
  },
  {
    name: 'house',
    test: /apps\/console\/src\/(api|language|live|session|spaces\/(use-|spaces\.)|keyboard\/(keyboard\.|use-)|ui\/(cx|icons|level-mark|notice\.|notify|remembered|right-button|skeleton|announcer|problem))/,
  },
];
