//! Tests of the workspace; see the files beside `src/`.
