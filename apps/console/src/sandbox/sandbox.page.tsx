import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SandboxPost } from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import classes from './sandbox.module.css';

const LOOK_EVERY_MS = 5_000;
const sandboxQuery = queryOptions({
  queryKey: ['sandbox'] as const,
  refetchInterval: LOOK_EVERY_MS,
  queryFn: ({ signal }) => api.get<readonly SandboxPost[]>('/sandbox', {}, signal),
});

/** Übungspost: what drills and replays would have published. */
export function SandboxPage() {
  const t = useText();
  const posts = useQuery(sandboxQuery);
  return (
    <div className={classes.page}>
      <h1>{t('exits:sandbox.title')}</h1>
      <p className={classes.dim}>{t('exits:sandbox.lead')}</p>
      {posts.isPending ? <Skeleton rows={3} height={120} /> : null}
      {posts.isError ? <Problem problem={posts.error} retry={() => void posts.refetch()} /> : null}
      {posts.data?.length === 0 ? <p>{t('exits:sandbox.empty')}</p> : null}
      {posts.data && posts.data.length > 0 ? (
        <ul className={classes.list}>
          {posts.data.map((post) => (
            <Post key={post.id} post={post} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Post({ post }: { post: SandboxPost }) {
  const t = useText();
  const format = useFormat();
  const { exit, channel, language, at, hash, attachments, incidentId, incident, spaceId } = post;
  return (
    <li className={classes.post}>
      <h2 className={classes.head}>
        {exit.name} · {t(`playbooks:channel.${channel}`)} · {t(`app:language.${language}`)}
      </h2>
      <p className={classes.small}>
        {t('exits:sandbox.at', { time: format.dateTime(Date.parse(at)) })} ·{' '}
        <Link to="/incidents/$incidentId" params={{ incidentId }} search={{ space: spaceId }}>
          {incident}
        </Link>
      </p>
      <div className={classes.text} lang={language}>
        {post.text}
      </div>
      {attachments.length > 0 ? (
        <p className={classes.small}>
          {t('exits:sandbox.files', { names: attachments.map(({ name }) => name).join(', ') })}
        </p>
      ) : null}
      <p className={classes.hash}>SHA-256 {hash}</p>
    </li>
  );
}
