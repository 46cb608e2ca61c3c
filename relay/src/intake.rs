//! What the relay accepts. It looks at the frame, the desk and the day, and at nothing else.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::alarm::Alarm;
use crate::cap::Cap;
use crate::clock::{Clock, Day};
use crate::config::{DeskId, DeskState, InstanceId, RelayConfig};
use crate::frame::{Frame, FrameError};
use crate::queue::{DeskQueues, Queue, QueueError};
use crate::stamp::Stamp;

/// A queue that takes longer is taken for unable: the writer's browser waits.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why a frame wasn't accepted. Holds nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not a frame.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// No such desk here.
    #[error("there is no such desk here")]
    UnknownDesk,
    /// The desk takes none for now.
    #[error("this desk takes no reports for now")]
    DeskPaused,
    /// The desk has ended.
    #[error("this desk is closed")]
    DeskClosed,
    /// Stamped for a day too far from the relay's.
    #[error("the report was stamped for another day")]
    WrongDay {
        /// The relay's day.
        day: Day,
    },
    /// Too little work in the stamp.
    #[error("the report's stamp is too weak")]
    WeakStamp {
        /// Zero bits asked for.
        bits: u32,
    },
    /// Neither queue could take it.
    #[error("the report can't be stored durably now")]
    NotDurable,
}

/// The relay's door: checks frames and queues them.
#[derive(Debug)]
pub struct Intake {
    instance: InstanceId,
    stamp_bits: u32,
    clock: Clock,
    desks: BTreeMap<DeskId, Gate>,
    stuck: Alarm,
    flooded: Alarm,
    full: Alarm,
}

#[derive(Debug)]
struct Gate {
    state: DeskState,
    cap: Cap,
    queues: DeskQueues,
}

impl Intake {
    /// An intake into spools.
    pub fn open(config: &RelayConfig) -> Result<Self, QueueError> {
        Self::with_queues(config, |desk| DeskQueues::spools(config, desk))
    }

    /// An intake into whatever queues `queues_of` gives for each desk.
    pub fn with_queues(
        config: &RelayConfig,
        mut queues_of: impl FnMut(&DeskId) -> Result<DeskQueues, QueueError>,
    ) -> Result<Self, QueueError> {
        let mut desks = BTreeMap::new();
        for (id, state) in &config.desks {
            let gate = Gate {
                state: *state,
                cap: Cap::per_hour(config.frames_per_hour),
                queues: queues_of(id)?,
            };
            desks.insert(id.clone(), gate);
        }
        Ok(Self {
            instance: config.instance.clone(),
            stamp_bits: config.stamp_bits,
            clock: config.clock.clone(),
            desks,
            stuck: Alarm::new("the intake queue can't store, using the overflow"),
            flooded: Alarm::new("more frames than frames_per_hour, using the overflow"),
            full: Alarm::new("nothing durable takes a report, answering 503"),
        })
    }

    /// Accepts a frame: when this says yes, it is on durable storage.
    pub async fn accept(&self, desk: &str, body: &[u8]) -> Result<(), Refusal> {
        let frame = Frame::parse(body)?;
        let (id, gate) = self.desks.get_key_value(desk).ok_or(Refusal::UnknownDesk)?;
        match gate.state {
            DeskState::Demo | DeskState::Open => {}
            DeskState::Paused => return Err(Refusal::DeskPaused),
            DeskState::Closed => return Err(Refusal::DeskClosed),
        }
        let now = self.clock.now();
        let day = Day::of(now);
        if !frame.day.is_next_to(day) {
            return Err(Refusal::WrongDay { day });
        }
        let stamp = Stamp {
            inner: frame.inner(),
            desk: id.as_str(),
            instance: self.instance.as_str(),
            day: frame.day,
        };
        if !stamp.holds(frame.nonce, self.stamp_bits) {
            return Err(Refusal::WeakStamp {
                bits: self.stamp_bits,
            });
        }
        self.store(gate, gate.cap.admits(now), body).await
    }

    /// Tries both queues before it gives up; the cap only decides which is first.
    async fn store(&self, gate: &Gate, admitted: bool, body: &[u8]) -> Result<(), Refusal> {
        let DeskQueues {
            intake, overflow, ..
        } = &gate.queues;
        let order = if admitted {
            [intake, overflow]
        } else {
            self.flooded.ring();
            [overflow, intake]
        };
        for queue in order {
            if send(queue.as_ref(), body).await {
                return Ok(());
            }
            self.stuck.ring();
        }
        self.full.ring();
        Err(Refusal::NotDurable)
    }
}

async fn send(queue: &dyn Queue, body: &[u8]) -> bool {
    matches!(
        tokio::time::timeout(PATIENCE, queue.send(body)).await,
        Ok(Ok(()))
    )
}
