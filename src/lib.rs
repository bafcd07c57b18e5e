//! `spacepact`: a terminal atlas of international space cooperation.

pub mod model;

pub mod dataset;

pub mod graph;

pub mod search;
