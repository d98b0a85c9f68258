import { Notifications } from '@mantine/notifications';
import './late.css';

export function Notices() {
  return <Notifications position="top-right" limit={3} autoClose={6_000} />;
}
