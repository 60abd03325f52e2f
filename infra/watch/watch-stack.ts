import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { OurStack } from '../our-stack.ts';
import type { Alarms } from '../targets.ts';
import { alarmTopic } from './alarm-topic.ts';
import { alarmRows } from './alarms.ts';
import { dashboard } from './dashboard.ts';
import { putUpAlarm } from './put-up-alarm.ts';
import { tellOfTampering } from './tampering.ts';
import { accountTrail } from './trail.ts';
import type { Watched } from './watched.ts';

/** Stack of alarms and the dashboard. */
export class WatchStack extends OurStack {
  readonly alarms: Alarms;

  constructor(scope: Construct, deployment: Deployment, watched: Watched) {
    super(scope, 'watch', 'alarms and the dashboard', deployment);
    this.alarms = alarmTopic(this);
    if (deployment.trail) accountTrail(this);
    tellOfTampering(this, this.alarms);
    const rows = alarmRows(watched, deployment.settings);
    dashboard(
      this,
      watched,
      rows.map((row) => putUpAlarm(this, row, this.alarms.topic)),
    );
  }
}
