# expected: clean
# found: clean
# undecided: overlap
# %%
# Human activity recognition, accelerometer windows
import numpy as np
import pandas as pd
from scipy import stats
from sklearn.model_selection import train_test_split
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv1D, MaxPooling1D, Dense, Flatten, Dropout
from tensorflow.keras.utils import to_categorical

# %%
cols = ['user', 'activity', 'timestamp', 'x', 'y', 'z']
wisdm = pd.read_csv('WISDM_ar_v1.1_raw.txt', header=None, names=cols, comment=';')
wisdm['z'] = pd.to_numeric(wisdm['z'].astype(str).str.replace(';', ''), errors='coerce')
wisdm = wisdm.dropna()
act = {a: i for i, a in enumerate(sorted(wisdm.activity.unique()))}
wisdm['label'] = wisdm.activity.map(act)

# %%
N_TIME_STEPS = 200
STEP = 20
segments, labels = [], []
for i in range(0, len(wisdm) - N_TIME_STEPS, STEP):
    seg = wisdm[['x', 'y', 'z']].values[i:i + N_TIME_STEPS]
    lab = np.bincount(wisdm['label'].values[i:i + N_TIME_STEPS]).argmax()
    segments.append(seg)
    labels.append(lab)
X = np.asarray(segments, dtype=np.float32) / 20.0
Y = to_categorical(labels)
X.shape

# %%
X_train, X_test, y_train, y_test = train_test_split(X, Y, test_size=0.2, random_state=42)

# %%
model = Sequential([
    Conv1D(64, 7, activation='relu', input_shape=(N_TIME_STEPS, 3)),
    MaxPooling1D(2), Conv1D(64, 5, activation='relu'), Flatten(), Dropout(.5),
    Dense(64, activation='relu'), Dense(len(act), activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['acc'])
model.fit(X_train, y_train, batch_size=512, epochs=20, verbose=1)

# %%
score = model.evaluate(X_test, y_test)
print('Test accuracy', score[1])
