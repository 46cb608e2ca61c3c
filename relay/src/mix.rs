//! To come: see DESIGN section 5.7.
