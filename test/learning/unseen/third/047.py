# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier, ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
import matplotlib.pyplot as plt

# %%
X, y = load_wine(return_X_y=True, as_frame=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, stratify=y, random_state=123)

# %%
# some pictures first (training part only)
Z = make_pipeline(StandardScaler(), PCA(2)).fit_transform(X_train)
plt.scatter(Z[:, 0], Z[:, 1], c=y_train)

# %%
models = []
models.append(('LR', make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))))
models.append(('KNN', make_pipeline(StandardScaler(), KNeighborsClassifier())))
models.append(('SVM', make_pipeline(StandardScaler(), SVC())))
models.append(('PCA+SVM', make_pipeline(StandardScaler(), PCA(5), SVC())))
models.append(('RF', RandomForestClassifier(random_state=0)))
models.append(('ET', ExtraTreesClassifier(random_state=0)))

# %%
results, names = [], []
for name, model in models:
    cv_results = cross_val_score(model, X_train, y_train, cv=10, scoring='accuracy')
    results.append(cv_results)
    names.append(name)
    print('%s: %f (%f)' % (name, cv_results.mean(), cv_results.std()))

# %%
fig = plt.figure()
fig.suptitle('Algorithm Comparison')
ax = fig.add_subplot(111)
plt.boxplot(results)
ax.set_xticklabels(names)
plt.show()

# %%
best_idx = int(np.argmax([r.mean() for r in results]))
final_name, final = models[best_idx]
final.fit(X_train, y_train)
pred = final.predict(X_test)
print(final_name, accuracy_score(y_test, pred))
print(confusion_matrix(y_test, pred))
