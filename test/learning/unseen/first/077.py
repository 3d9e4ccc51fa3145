# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import (accuracy_score, classification_report, confusion_matrix,
                             roc_auc_score, roc_curve, matthews_corrcoef)

# %%
def get_data(path, test_size=.3):
    df = pd.read_csv(path)
    df = df.drop(columns=['Unnamed: 32', 'id'])
    y = df['diagnosis'].map({'M': 1, 'B': 0})
    X = df.drop(columns='diagnosis')
    a, b, c, d = train_test_split(X, y, test_size=test_size, random_state=42, stratify=y)
    scaler = StandardScaler()
    a = pd.DataFrame(scaler.fit_transform(a), columns=X.columns, index=a.index)
    b = pd.DataFrame(scaler.transform(b), columns=X.columns, index=b.index)
    return a, b, c, d

# %%
X_train, X_test, y_train, y_test = get_data('data.csv')
X_train.head()

# %%
y_train.value_counts()

# %%
# violin plots, training part
melted = pd.melt(pd.concat([y_train, X_train.iloc[:, 0:10]], axis=1), id_vars='diagnosis', var_name='features', value_name='value')
plt.figure(figsize=(10, 10))
sns.violinplot(x='features', y='value', hue='diagnosis', data=melted, split=True, inner='quart')
plt.xticks(rotation=90)

# %%
# drop highly correlated features (computed from the training part)
c = X_train.corr().abs()
upper = c.where(np.triu(np.ones(c.shape), k=1).astype(bool))
to_drop = [col for col in upper.columns if any(upper[col] > 0.95)]
print(to_drop)
X_train = X_train.drop(to_drop, axis=1)
X_test = X_test.drop(to_drop, axis=1)

# %%
clf_rf = RandomForestClassifier(n_estimators=500, random_state=43)
clr_rf = clf_rf.fit(X_train, y_train)
print('Train accuracy', accuracy_score(y_train, clf_rf.predict(X_train)))

# %%
ac = accuracy_score(y_test, clf_rf.predict(X_test))
print('Accuracy is: ', ac)
cm = confusion_matrix(y_test, clf_rf.predict(X_test))
sns.heatmap(cm, annot=True, fmt="d")

# %%
print(classification_report(y_test, clf_rf.predict(X_test)))

# %%
prob = clf_rf.predict_proba(X_test)[:, 1]
fpr, tpr, _ = roc_curve(y_test, prob)
plt.plot(fpr, tpr, label='AUC %.3f' % roc_auc_score(y_test, prob))
plt.legend()
plt.show()
print('MCC', matthews_corrcoef(y_test, clf_rf.predict(X_test)))
