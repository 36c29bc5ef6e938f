<%@ tag description="One labelled input with its unit, its hint, what was typed and what is wrong." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="field" required="true" type="dev.perennial.web.pages.FormView.Field" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:set var="id" value="${field.id()}"/>
<c:set var="wrong" value="${not empty field.error()}"/>
<c:set var="hinted" value="${not wrong and not empty field.hint()}"/>
<c:set var="described" value="${wrong ? id.concat('-error') : hinted ? id.concat('-hint') : ''}"/>
<div class="field<c:if test="${wrong}"> wrong</c:if>">
<label for="${fn:escapeXml(id)}"><c:out value="${field.label()}"/><c:if test="${not empty field.unit()}"><span class="unit"> <t:say key="field.in" a="${field.unit()}"/></span></c:if></label>
<c:choose>
<c:when test="${field.entry() eq 'TEXT'}">
<textarea id="${fn:escapeXml(id)}" name="${fn:escapeXml(field.name())}" rows="3" autocomplete="off"<c:if test="${not empty described}"> aria-describedby="${fn:escapeXml(described)}"</c:if><c:if test="${wrong}"> aria-invalid="true"</c:if>><c:out value="${field.value()}"/></textarea>
</c:when>
<c:when test="${field.entry() ne 'CHOICE'}">
<input id="${fn:escapeXml(id)}" name="${fn:escapeXml(field.name())}" type="text" value="${fn:escapeXml(field.value())}"<c:if test="${field.entry() eq 'NUMBER'}"> inputmode="decimal"</c:if><c:if test="${not empty field.list()}"> list="${fn:escapeXml(field.list())}"</c:if> autocomplete="off"<c:if test="${not empty described}"> aria-describedby="${fn:escapeXml(described)}"</c:if><c:if test="${wrong}"> aria-invalid="true"</c:if>>
</c:when>
<c:otherwise>
<select id="${fn:escapeXml(id)}" name="${fn:escapeXml(field.name())}"<c:if test="${not empty described}"> aria-describedby="${fn:escapeXml(described)}"</c:if><c:if test="${wrong}"> aria-invalid="true"</c:if>>
<c:if test="${not empty field.none()}"><option value=""><c:out value="${field.none()}"/></option></c:if><c:forEach var="choice" items="${field.choices()}"><option value="${fn:escapeXml(choice)}"<c:if test="${choice eq field.value()}"> selected</c:if>><c:out value="${choice}"/></option></c:forEach>
</select>
</c:otherwise>
</c:choose>
<c:if test="${wrong}"><p class="error" id="${fn:escapeXml(id)}-error"><c:out value="${field.error()}"/></p></c:if>
<c:if test="${hinted}"><p class="hint" id="${fn:escapeXml(id)}-hint"><c:out value="${field.hint()}"/></p></c:if>
</div>
