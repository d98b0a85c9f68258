import { useQuery } from '@tanstack/react-query';
import type { AlertView } from '@sturmwarte/contracts';
import { useMemo, useState } from 'react';
import { useText } from '../language/text.js';
import { alertCurveQuery } from './alerts.queries.js';
import { CoursePanel } from './course-panel.js';
import { courseOf } from './course.js';

/** The course around the alarm, which is marked with its time. */
export function AlertCurve({ alert }: { alert: AlertView }) {
  const t = useText();
  const [hours, setHours] = useState(24);
  const curve = useQuery(alertCurveQuery(alert.id, hours));
  const course = useMemo(
    () => (curve.data ? courseOf(curve.data, alert) : null),
    [curve.data, alert],
  );
  return (
    <CoursePanel
      title={t('alerts:chart.title')}
      hours={hours}
      onHours={setHours}
      curve={curve}
      course={course}
    />
  );
}
