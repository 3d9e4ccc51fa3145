# expected: overlap
# found: overlap 23:16
# %%
import os, cv2, random
import numpy as np
import matplotlib.pyplot as plt
from tqdm import tqdm
from sklearn.model_selection import train_test_split
import tensorflow as tf
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense, Dropout, BatchNormalization

# %%
from google.colab import drive
drive.mount('/content/drive')
DATADIR = '/content/drive/My Drive/brain_tumor_dataset'
CATEGORIES = ['no', 'yes']
IMG_SIZE = 128

# %%
def augment(img):
    out = [img]
    out.append(cv2.flip(img, 1))
    out.append(cv2.flip(img, 0))
    M = cv2.getRotationMatrix2D((IMG_SIZE / 2, IMG_SIZE / 2), random.uniform(-15, 15), 1)
    out.append(cv2.warpAffine(img, M, (IMG_SIZE, IMG_SIZE)))
    out.append(np.clip(img.astype('int') + random.randint(-30, 30), 0, 255).astype('uint8'))
    return out

# %%
images, labels = [], []
for lab, cat in enumerate(CATEGORIES):
    path = os.path.join(DATADIR, cat)
    for f in tqdm(os.listdir(path)):
        img = cv2.imread(os.path.join(path, f), cv2.IMREAD_GRAYSCALE)
        if img is None:
            continue
        img = cv2.resize(img, (IMG_SIZE, IMG_SIZE))
        for a in augment(img):
            images.append(a)
            labels.append(lab)
len(images)

# %%
X = np.array(images).reshape(-1, IMG_SIZE, IMG_SIZE, 1) / 255.0
y = np.array(labels)
plt.imshow(X[0][..., 0], cmap='gray')

# %%
x_train, x_test, y_train, y_test = train_test_split(X, y, test_size=0.2, shuffle=True, random_state=42)

# %%
model = Sequential([
    Conv2D(32, 3, activation='relu', input_shape=(IMG_SIZE, IMG_SIZE, 1)),
    BatchNormalization(), MaxPooling2D(),
    Conv2D(64, 3, activation='relu'), MaxPooling2D(),
    Conv2D(128, 3, activation='relu'), MaxPooling2D(),
    Flatten(), Dense(128, activation='relu'), Dropout(0.5),
    Dense(1, activation='sigmoid'),
])
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
hist = model.fit(x_train, y_train, validation_split=0.1, epochs=25, batch_size=32)

# %%
plt.plot(hist.history['accuracy']); plt.plot(hist.history['val_accuracy'])

# %%
print(model.evaluate(x_test, y_test))
