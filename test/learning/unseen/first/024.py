# expected: multi-test, overlap
# found: overlap 43:18, multi-test 58:18
# %%
import pandas as pd
import numpy as np
import seaborn as sns
import matplotlib.pyplot as plt
%matplotlib inline

# %%
df = pd.read_csv('healthcare-dataset-stroke-data.csv')
df.head(10)

# %%
df.isna().sum()

# %%
df = df.drop(['id'], axis=1)
df = df.dropna(axis=0)
df = df[df.gender != 'Other']
df.shape

# %%
sns.countplot(df['stroke'])

# %%
sns.distplot(df[df.stroke == 1]['age'])
sns.distplot(df[df.stroke == 0]['age'])

# %%
df['ever_married'] = df['ever_married'].map({'Yes': 1, 'No': 0})
df['gender'] = df['gender'].map({'Male': 1, 'Female': 0})
df['Residence_type'] = df['Residence_type'].map({'Urban': 1, 'Rural': 0})
df = pd.get_dummies(df, columns=['work_type', 'smoking_status'])

# %%
X = df.drop('stroke', axis=1)
y = df['stroke']

# %%
from imblearn.over_sampling import RandomOverSampler
oversample = RandomOverSampler(sampling_strategy='minority')
X_over, y_over = oversample.fit_resample(X, y)
y_over.value_counts()

# %%
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X_over, y_over, test_size=0.2, random_state=42)

# %%
from sklearn.metrics import accuracy_score, confusion_matrix, roc_auc_score, ConfusionMatrixDisplay, precision_score, recall_score, f1_score, classification_report, roc_curve, plot_roc_curve
from sklearn.tree import DecisionTreeClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.ensemble import RandomForestClassifier

def model(classifier):
    classifier.fit(X_train, y_train)
    prediction = classifier.predict(X_test)
    print("Accuracy : ", '{0:.2%}'.format(accuracy_score(y_test, prediction)))
    print("ROC_AUC Score : ", '{0:.2%}'.format(roc_auc_score(y_test, prediction)))
    plot_roc_curve(classifier, X_test, y_test)
    plt.title('ROC_AUC_Plot')
    plt.show()

def model_evaluation(classifier):
    cm = confusion_matrix(y_test, classifier.predict(X_test))
    sns.heatmap(cm, annot=True, fmt='d', cmap='Blues')
    print(classification_report(y_test, classifier.predict(X_test)))

# %%
classifier_dt = DecisionTreeClassifier()
model(classifier_dt)
model_evaluation(classifier_dt)

# %%
classifier_knn = KNeighborsClassifier(n_neighbors=3)
model(classifier_knn)
model_evaluation(classifier_knn)

# %%
classifier_rf = RandomForestClassifier(n_estimators=200)
model(classifier_rf)
model_evaluation(classifier_rf)
