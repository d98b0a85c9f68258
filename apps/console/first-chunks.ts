/**
 * What every signed-in page needs, in three files instead of fifty: small ones compress badly, the smallest not at all,
 * and each costs a request. A group takes along whatever its files import. Only what the first screen loads anyway
 * belongs here, or it would load what it does not need; what it weighs is held by a story (`first-screen`).
 */
export const FIRST_CHUNKS = [
  {
    name: 'vendor',
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|clsx|(socket|engine)\.io-(client|parser)|@socket\.io|@tanstack\/(?!react-virtual|virtual-core)[a-z-]+|@mantine\/core\/esm\/(core|components\/(ActionIcon|Button|Loader|UnstyledButton|Transition)))\//,
  },
  {
    // Also at the door, before anybody is signed in.
    name: 'house',
    test: /apps\/console\/src\/(api|language|live|session|spaces\/(use-|spaces\.)|keyboard\/(keyboard\.|use-)|app\/(appearance-button|brand-mark|language-switch|search)\.|ui\/(cx|icons|level-mark|notice\.|notify|on-demand|remembered|right-button|skeleton|announcer|problem))|libs\/domain\/src\/(alert|impact|level|mention|sensitivity)\./,
  },
  { name: 'watch', test: /apps\/console\/src\/(app\/shell|board\/board\.page)\.tsx/ },
];
