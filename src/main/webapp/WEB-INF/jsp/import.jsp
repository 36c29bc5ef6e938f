<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="/admin/imports"><c:if test="${not empty requestScope.exchange.csrf()}"><c:param name="csrf" value="${requestScope.exchange.csrf()}"/></c:if></c:url>
<t:page title="${empty view.problems() ? 'Import' : 'Error: Import'}" here="admin">
<t:admin here="imports"/>
<h1>A version from elsewhere</h1>
<p>What is imported becomes the next version of its model. Nobody is answered by it before you say so on the page of the model’s versions.</p>
<c:if test="${not empty view.problems()}"><t:notice kind="bad" title="Nothing was imported"><ul><c:forEach var="problem" items="${view.problems()}"><li><c:out value="${problem}"/></li></c:forEach></ul></t:notice></c:if>
<form class="card" method="post" enctype="multipart/form-data" action="${fn:escapeXml(here)}">
<h2>From another Perennial</h2>
<div class="field"><label for="zip">Zip of a version</label><input id="zip" name="zip" type="file" accept=".zip,application/zip" aria-describedby="zip-hint" required><p class="hint" id="zip-hint">The page of a model’s versions has one of each. At most <c:out value="${view.most()}"/>, packed and unpacked.</p></div>
<p class="act"><button type="submit">Import the zip</button></p>
</form>
<c:choose>
<c:when test="${view.models()}">
<form class="card" method="post" enctype="multipart/form-data" action="${fn:escapeXml(here)}"><input type="hidden" name="act" value="model">
<h2>From Weka</h2>
<p>A serialized classifier, and an ARFF with the header that it was trained with and at least 20 rows: they are answered at once, and the monitor compares with them later.</p>
<div class="fields">
<div class="field"><label for="model">Name of the model</label><input id="model" name="model" type="text" value="${fn:escapeXml(view.model())}" maxlength="100" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="model-hint" required><p class="hint" id="model-hint">Letters, digits, - and _. One that is there already gets a version more.</p></div>
<div class="field"><label for="target">What it predicts</label><input id="target" name="target" type="text" value="${fn:escapeXml(view.target())}" autocomplete="off" spellcheck="false" aria-describedby="target-hint"><p class="hint" id="target-hint">The attribute’s name; empty for the last one.</p></div>
<div class="field"><label for="classifier">Model file</label><input id="classifier" name="classifier" type="file" accept=".model" aria-describedby="classifier-hint" required><p class="hint" id="classifier-hint">At most <c:out value="${view.most()}"/>. Take none from people that you do not trust.</p></div>
<div class="field"><label for="data">Header and rows</label><input id="data" name="data" type="file" accept=".arff" required></div>
</div>
<fieldset><legend>Has the model learned these rows?</legend>
<p><label class="tick"><input type="radio" name="rows" value="hold-out" required> No, none of them: what it does on them is how good it is</label></p>
<p><label class="tick"><input type="radio" name="rows" value="training"> Yes, or I do not know: its figures will say that they are too good</label></p>
</fieldset>
<div class="fields">
<c:if test="${not view.session()}"><div class="field"><label for="account">Administrator’s account</label><input id="account" name="account" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required></div></c:if>
<div class="field"><label for="password">Your password, once more</label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
</div>
<p class="act"><button type="submit">Import the model</button></p>
</form>
</c:when>
<c:otherwise><section class="card"><h2>From Weka</h2><p>A serialized classifier (<code>.model</code>) is a program from outside, so none is taken here unless the setting <code>perennial.model.upload=true</code> says so. A table to learn from needs no such setting: <a href="<c:url value="/admin/models"/>">New model</a>.</p></section></c:otherwise>
</c:choose>
</t:page>
