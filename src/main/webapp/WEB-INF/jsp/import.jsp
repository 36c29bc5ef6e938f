<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="/admin/imports"><c:if test="${not empty requestScope.exchange.csrf()}"><c:param name="csrf" value="${requestScope.exchange.csrf()}"/></c:if></c:url>
<t:page title="${empty view.problems() ? lang.say('import.import') : lang.say('import.error-import')}" here="admin">
<t:admin here="imports"/>
<h1><fmt:message key="import.a-version-from-elsewhere"/></h1>
<p><fmt:message key="import.what-is-imported-becomes"/></p>
<c:if test="${not empty view.problems()}"><t:notice kind="bad" title="${lang.say('import.nothing-was-imported')}"><ul><c:forEach var="problem" items="${view.problems()}"><li><c:out value="${problem}"/></li></c:forEach></ul></t:notice></c:if>
<form class="card" method="post" enctype="multipart/form-data" action="${fn:escapeXml(here)}">
<h2><fmt:message key="import.from-another-perennial"/></h2>
<div class="field"><label for="zip"><fmt:message key="import.zip-of-a-version"/></label><input id="zip" name="zip" type="file" accept=".zip,application/zip" aria-describedby="zip-hint" required><p class="hint" id="zip-hint"><t:say key="import.the-page-of-a" a="${view.most()}"/></p></div>
<p class="act"><button type="submit"><fmt:message key="import.import-the-zip"/></button></p>
</form>
<c:choose>
<c:when test="${view.models()}">
<form class="card" method="post" enctype="multipart/form-data" action="${fn:escapeXml(here)}"><input type="hidden" name="act" value="model">
<h2><fmt:message key="import.from-weka"/></h2>
<p><fmt:message key="import.a-serialized-classifier-and"/></p>
<div class="fields">
<div class="field"><label for="model"><fmt:message key="import.name-of-the-model"/></label><input id="model" name="model" type="text" value="${fn:escapeXml(view.model())}" maxlength="100" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="model-hint" required><p class="hint" id="model-hint"><fmt:message key="import.letters-digits-and-one"/></p></div>
<div class="field"><label for="target"><fmt:message key="import.what-it-predicts"/></label><input id="target" name="target" type="text" value="${fn:escapeXml(view.target())}" autocomplete="off" spellcheck="false" aria-describedby="target-hint"><p class="hint" id="target-hint"><fmt:message key="import.the-attributes-name-empty"/></p></div>
<div class="field"><label for="classifier"><fmt:message key="import.model-file"/></label><input id="classifier" name="classifier" type="file" accept=".model" aria-describedby="classifier-hint" required><p class="hint" id="classifier-hint"><t:say key="import.at-most-take-none" a="${view.most()}"/></p></div>
<div class="field"><label for="data"><fmt:message key="import.header-and-rows"/></label><input id="data" name="data" type="file" accept=".arff" required></div>
</div>
<fieldset><legend><fmt:message key="import.has-the-model-learned"/></legend>
<p><label class="tick"><input type="radio" name="rows" value="hold-out" required> <fmt:message key="import.no-none-of-them"/></label></p>
<p><label class="tick"><input type="radio" name="rows" value="training"> <fmt:message key="import.yes-or-i-do"/></label></p>
</fieldset>
<div class="fields">
<c:if test="${not view.session()}"><div class="field"><label for="account"><fmt:message key="import.administrators-account"/></label><input id="account" name="account" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required></div></c:if>
<div class="field"><label for="password"><fmt:message key="import.your-password-once-more"/></label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
</div>
<p class="act"><button type="submit"><fmt:message key="import.import-the-model"/></button></p>
</form>
</c:when>
<c:otherwise><section class="card"><h2><fmt:message key="import.from-weka"/></h2><p><c:url var="toModels" value="/admin/models"/><t:say key="import.a-serialized-classifier-model" a="${toModels}"/></p></section></c:otherwise>
</c:choose>
</t:page>
