//! The scenes in their order.

mod calls;
mod failures;

use std::io;

use tokio::runtime::Runtime;

use crate::scene::Scene;
use crate::stage::Stage;

/// Plays every scene that the stage allows, and hands each over as it ends.
pub(crate) fn play(
    stage: &Stage,
    runtime: &Runtime,
    show: &mut dyn FnMut(Scene) -> io::Result<()>,
) -> io::Result<()> {
    if let Some(ast) = stage.ast() {
        show(runtime.block_on(calls::thumbnail(stage, &ast)))?;
        show(runtime.block_on(calls::batch(stage, &ast)))?;
    }
    if let Some(awis) = stage.awis() {
        show(runtime.block_on(calls::url_info(stage, &awis)))?;
        show(runtime.block_on(calls::traffic_history(stage, &awis)))?;
        show(runtime.block_on(calls::category_browse(stage, &awis)))?;
    }
    if let Some(awis) = stage.blocking_awis() {
        show(calls::blocking(stage, &awis))?;
    }
    if let Some(server) = stage.embedded() {
        show(runtime.block_on(failures::expired(stage, server)))?;
        show(runtime.block_on(failures::wrong_secret(stage, server)))?;
        show(runtime.block_on(failures::no_response_group(stage, server)))?;
        show(runtime.block_on(failures::html_page(stage, server)))?;
        show(runtime.block_on(failures::fault(stage, server)))?;
    }
    Ok(())
}
