//! Flags of the program; to come.
