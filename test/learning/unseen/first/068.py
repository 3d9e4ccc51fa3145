# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from scipy.stats import loguniform
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectPercentile, f_classif
from sklearn.inspection import permutation_importance
from sklearn.metrics import ConfusionMatrixDisplay, balanced_accuracy_score, f1_score, log_loss
from sklearn.model_selection import RandomizedSearchCV, train_test_split, learning_curve
from sklearn.pipeline import Pipeline, FeatureUnion
from sklearn.preprocessing import StandardScaler, LabelEncoder
from sklearn.svm import SVC

# %%
bunch = load_wine(as_frame=True)
X, y = bunch.data, bunch.target
X.describe().T

# %%
names = np.array(['barolo', 'grignolino', 'barbera'])[y]
le = LabelEncoder()
y = le.fit_transform(names)
dict(zip(le.classes_, range(3)))

# %%
pd.plotting.scatter_matrix(X.iloc[:, [0, 6, 9, 12]], c=y, figsize=(9, 9))
plt.show()

# %%
X_dev, X_hold, y_dev, y_hold = train_test_split(X, y, test_size=.25, stratify=y, random_state=2)

# %%
union = FeatureUnion([('pca', PCA()), ('kbest', SelectPercentile(f_classif))])
pipe = Pipeline([('scale', StandardScaler()), ('feats', union), ('clf', SVC(probability=True))])
space = {
    'feats__pca__n_components': [2, 3, 5],
    'feats__kbest__percentile': [20, 50, 80],
    'clf__C': loguniform(1e-2, 1e3),
    'clf__gamma': loguniform(1e-4, 1),
}
rs = RandomizedSearchCV(pipe, space, n_iter=60, cv=5, random_state=2, n_jobs=-1)
rs.fit(X_dev, y_dev)

# %%
pd.DataFrame(rs.cv_results_).nlargest(5, 'mean_test_score')[['param_clf__C', 'param_clf__gamma', 'mean_test_score']]

# %%
sizes, tr_s, va_s = learning_curve(rs.best_estimator_, X_dev, y_dev, cv=5)
plt.plot(sizes, tr_s.mean(1), label='train')
plt.plot(sizes, va_s.mean(1), label='cv')
plt.legend(); plt.show()

# %%
yh = rs.predict(X_hold)
print('balanced acc', balanced_accuracy_score(y_hold, yh))
print('f1 macro', f1_score(y_hold, yh, average='macro'))
print('logloss', log_loss(y_hold, rs.predict_proba(X_hold)))
ConfusionMatrixDisplay.from_estimator(rs, X_hold, y_hold, display_labels=le.classes_)

# %%
pi = permutation_importance(rs.best_estimator_, X_dev, y_dev, n_repeats=20, random_state=0)
pd.Series(pi.importances_mean, X.columns).sort_values().plot.barh()
