# expected: preprocessing
# found: preprocessing 17:7
# %%
import pandas as pd
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.tree import DecisionTreeClassifier, plot_tree
from sklearn.model_selection import train_test_split
from sklearn import metrics
# %%
mobile = pd.read_csv("mobile_price_train.csv")
mobile.describe()
# %%
X = mobile.iloc[:, 0:20]
y = mobile.iloc[:, -1]
# %%
bestfeatures = SelectKBest(score_func=chi2, k=10)
fit = bestfeatures.fit(X, y)
dfscores = pd.DataFrame(fit.scores_)
dfcolumns = pd.DataFrame(X.columns)
featureScores = pd.concat([dfcolumns, dfscores], axis=1)
featureScores.columns = ['Specs', 'Score']
print(featureScores.nlargest(10, 'Score'))
# %%
top = featureScores.nlargest(10, 'Score')['Specs'].tolist()
X = X[top]
# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=1)
# %%
clf = DecisionTreeClassifier(criterion="entropy", max_depth=5)
clf = clf.fit(X_train, y_train)
y_pred = clf.predict(X_test)
print("Accuracy:", metrics.accuracy_score(y_test, y_pred))
# %%
import matplotlib.pyplot as plt
plt.figure(figsize=(20, 10))
plot_tree(clf, filled=True, feature_names=top)
plt.show()
