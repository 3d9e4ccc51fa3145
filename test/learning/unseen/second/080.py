# expected: multi-test, preprocessing
# found: preprocessing 39:13, multi-test 48:13
# %%
import pandas as pd
import numpy as np
import seaborn as sns
import librosa
import matplotlib.pyplot as plt
from sklearn import preprocessing
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.linear_model import SGDClassifier, LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC
from xgboost import XGBClassifier, XGBRFClassifier
from sklearn.metrics import confusion_matrix, accuracy_score

# %%
general_path = '../input/gtzan-dataset-music-genre-classification/Data'
y, sr = librosa.load(f'{general_path}/genres_original/reggae/reggae.00036.wav')
librosa.display.waveshow(y, sr=sr)

# %%
data = pd.read_csv(f'{general_path}/features_30_sec.csv')
data = data.iloc[0:, 1:]
data.head()

# %%
sns.boxplot(x='label', y='tempo', data=data)

# %%
y = data['label'].astype('category').cat.codes
X = data.loc[:, data.columns != 'label']

#### NORMALIZE X ####
cols = X.columns
min_max_scaler = preprocessing.MinMaxScaler()
np_scaled = min_max_scaler.fit_transform(X)
X = pd.DataFrame(np_scaled, columns=cols)

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=42)

# %%
def model_assess(model, title="Default"):
    model.fit(X_train, y_train)
    preds = model.predict(X_test)
    print('Accuracy', title, ':', round(accuracy_score(y_test, preds), 5), '\n')

# %%
model_assess(GaussianNB(), "Naive Bayes")
model_assess(SGDClassifier(max_iter=5000, random_state=0), "Stochastic Gradient Descent")
model_assess(KNeighborsClassifier(n_neighbors=19), "KNN")
model_assess(RandomForestClassifier(n_estimators=1000, max_depth=10, random_state=0), "Random Forest")
model_assess(SVC(decision_function_shape="ovo"), "Support Vector Machine")
model_assess(LogisticRegression(random_state=0, solver='lbfgs', multi_class='multinomial'), "Logistic Regression")
model_assess(XGBRFClassifier(objective='multi:softmax'), "Cross Gradient Booster (Random Forest)")

# %%
xgb = XGBClassifier(n_estimators=1000, learning_rate=0.05)
xgb.fit(X_train, y_train)
preds = xgb.predict(X_test)
print('Accuracy', ':', round(accuracy_score(y_test, preds), 5), '\n')
confusion_matr = confusion_matrix(y_test, preds)
sns.heatmap(confusion_matr, cmap='Blues', annot=True)
