"""Reports: what news tell of events, awards and of what somebody was asked to do."""
